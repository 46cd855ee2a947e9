package id.tixgo.notification.domain;

import static java.util.Objects.requireNonNull;

/** What a mail server made of a mail. */
public sealed interface Posted {
  /** It is the server's. */
  record Accepted() implements Posted {}

  /** It is refused for good. */
  record Refused(String why) implements Posted {
    public Refused {
      requireNonNull(why);
    }
  }

  /** It is larger than the server takes. */
  record TooLarge(String why) implements Posted {
    public TooLarge {
      requireNonNull(why);
    }
  }

  /** It isn't taken now. */
  record Later(String why) implements Posted {
    public Later {
      requireNonNull(why);
    }
  }

  /** The server was told it, and nobody knows whether it is taken. */
  record Unsure(String why) implements Posted {
    public Unsure {
      requireNonNull(why);
    }
  }
}
