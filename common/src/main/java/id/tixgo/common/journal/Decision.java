package id.tixgo.common.journal;

/**
 * One atomic change of a store: looks at the tables' drafts and adds the entries that follow from
 * them. Decisions are made one after another, so none sees another half done. One that refuses
 * throws before it adds anything.
 */
@FunctionalInterface
public interface Decision<R> {
  R decide(Entries entries);
}
