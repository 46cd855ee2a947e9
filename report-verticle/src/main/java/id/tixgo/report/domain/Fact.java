package id.tixgo.report.domain;

import io.vertx.core.shareddata.Shareable;
import java.util.List;

/** Something that a service has told, and that figures are made of. Told again it is the same. */
public interface Fact extends Shareable {
  /** The service whose feed tells it. */
  String feed();

  /** A name that no other fact of this feed has. */
  String key();

  /** What it is about: {@code user:7}, {@code event:concert}. */
  List<String> subjects();
}
