package id.tixgo.launcher.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** All checks side by side; none that hangs or breaks keeps the others from being told. */
final class Examination {
  private static final long LONGEST_MS = 4_000;

  private Examination() {}

  /** What they found, in their order. */
  static List<Finding> of(List<Check> checks) {
    return of(checks, LONGEST_MS);
  }

  static List<Finding> of(List<Check> checks, long longestMs) {
    ExecutorService threads = Executors.newCachedThreadPool(Examination::daemon);
    List<Callable<List<Finding>>> looks = new ArrayList<>();
    checks.forEach(check -> looks.add(check::look));
    try {
      return collect(checks, threads.invokeAll(looks, longestMs, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(Finding.fail("The checks were interrupted: start them again."));
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Finding> collect(List<Check> checks, List<Future<List<Finding>>> looks)
      throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks.size(); i++) {
      findings.addAll(found(checks.get(i), looks.get(i)));
    }
    return findings;
  }

  private static List<Finding> found(Check check, Future<List<Finding>> look)
      throws InterruptedException {
    try {
      return look.get();
    } catch (CancellationException e) {
      return List.of(Finding.fail(check.subject() + " gave no answer within seconds: it hangs."));
    } catch (ExecutionException e) {
      // Its message isn't told: it may have a setting's value in it.
      String kind = e.getCause().getClass().getSimpleName();
      return List.of(Finding.fail(check.subject() + " can't be looked at: " + kind + "."));
    }
  }

  private static Thread daemon(Runnable look) {
    Thread thread = new Thread(look, "doctor");
    thread.setDaemon(true);
    return thread;
  }
}
