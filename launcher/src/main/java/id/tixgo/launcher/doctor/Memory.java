package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * The memory that there is, in MiB.
 *
 * @param limit of this machine or container in all
 * @param available what other programs leave; empty when it isn't known, or the services run
 * @param heap what the heap may grow to; empty when it isn't known
 */
record Memory(long limit, OptionalLong available, OptionalLong heap) {
  /** Measured: the door's four services are resident in 170 MiB, seven in some 250. */
  private static final int PROCESS = 62;

  private static final int SERVICE = 27;

  /** What a process takes besides its heap. */
  private static final int OUTSIDE_HEAP = 100;

  Memory {
    requireNonNull(available);
    requireNonNull(heap);
  }

  /** For so many services in one process. */
  Finding judge(int services) {
    long needed = PROCESS + (long) SERVICE * services;
    String process = services == 1 ? " service takes" : " services in one process take";
    String takes = "; " + services + process + " about " + needed + " MiB";
    if (limit < needed) {
      return Finding.fail("There are " + limit + " MiB of memory" + takes + ". Start fewer.");
    }
    if (heap.orElse(0) + OUTSIDE_HEAP > limit) {
      return heapIsTooLarge(heap.orElse(0));
    }
    if (available.orElse(needed) < needed) {
      String left = "Other programs leave " + available.orElse(0) + " MiB of memory";
      return Finding.warn(left + takes + ". End some, or start fewer services.");
    }
    return Finding.ok(room() + takes + ".");
  }

  private Finding heapIsTooLarge(long most) {
    String sentence =
        "The heap may grow to "
            + most
            + " MiB, and there are "
            + limit
            + " MiB of memory in all: the system would end TixGo before the heap is full. Give a"
            + " smaller -Xmx in JAVA_OPTS, or none.";
    return most > limit ? Finding.fail(sentence) : Finding.warn(sentence);
  }

  private String room() {
    StringBuilder room = new StringBuilder("There are " + limit + " MiB of memory");
    available.ifPresent(
        mib -> room.append(", of which ").append(Math.min(mib, limit)).append(" are free"));
    heap.ifPresent(mib -> room.append("; the heap may grow to ").append(mib));
    return room.toString();
  }
}
