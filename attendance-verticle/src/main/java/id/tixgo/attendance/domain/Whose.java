package id.tixgo.attendance.domain;

import static java.util.Objects.requireNonNull;

/** Whose check-ins are asked for. */
public sealed interface Whose {
  /** What belongs to somebody who is here. */
  record Own(Staff staff) implements Whose {
    public Own {
      requireNonNull(staff);
    }
  }

  /** Those of the one account that has, or had, the number. */
  record Numbered(long id) implements Whose {}

  /** Those of all accounts that ever had the name. */
  record Named(String name) implements Whose {
    public Named {
      requireNonNull(name);
    }
  }
}
