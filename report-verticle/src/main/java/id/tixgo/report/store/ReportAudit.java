package id.tixgo.report.store;

import id.tixgo.common.store.audit.AuditRule;
import id.tixgo.common.store.feed.FeedPosition;
import java.util.List;
import java.util.stream.Stream;

/** What the audit says of reports: which feed somebody had read anew. All else is others' news. */
final class ReportAudit {
  private ReportAudit() {}

  static List<AuditRule<?>> rules() {
    return List.of(
        AuditRule.of(FeedPosition.class, "feed", position -> Stream.of(position.feed())));
  }
}
