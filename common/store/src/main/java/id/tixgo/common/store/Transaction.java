package id.tixgo.common.store;

/**
 * One atomic change of a store: looks at what is staged in the maps and adds the entries that
 * follow from them. Transactions are made one after another, so none sees another half done. One
 * that refuses throws before it adds anything.
 */
@FunctionalInterface
public interface Transaction<R> {
  R run(Appender entries);
}
