package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.service.Service.Address;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;

/**
 * A port of ours: free, or with the service that belongs there.
 *
 * @param needed whether no start succeeds without it
 */
record PortCheck(Address address, boolean needed, Probe probe) implements Check {
  PortCheck {
    requireNonNull(address);
    requireNonNull(probe);
  }

  @Override
  public String subject() {
    return address.portVariable() + ": port " + address.port() + " on " + address.host();
  }

  @Override
  public List<Finding> look() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address.host(), address.port()));
      return List.of(Finding.ok(subject() + " is free."));
    } catch (IOException e) {
      return List.of(probe.finds(address) ? occupied() : refused(e));
    }
  }

  private Finding occupied() {
    return probe
        .ask(address)
        .filter(report -> report.service().equals(address.service()))
        .map(this::running)
        .orElseGet(this::taken);
  }

  private Finding running(HealthReport report) {
    String runs = subject() + " has " + address.service() + ", which runs";
    return report.down().isEmpty()
        ? Finding.ok(runs + ".")
        : Finding.fail(
            runs
                + " but isn't ready, for want of: "
                + String.join(", ", report.down())
                + ". Look there first.");
  }

  private Finding taken() {
    String program = " \"lsof -i :" + address.port() + "\" names it.";
    return needed
        ? Finding.fail(address.taken() + program)
        : Finding.warn(address.taken() + " No metrics are shown then." + program);
  }

  private Finding refused(IOException failure) {
    String reason = Optional.ofNullable(failure.getMessage()).orElse("no reason given");
    String sentence = subject() + " can't be listened at: " + reason + ".";
    return needed ? Finding.fail(sentence) : Finding.warn(sentence);
  }
}
