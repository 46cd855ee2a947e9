package id.tixgo.notification.domain;

/** What a letter is about. */
public enum LetterKind {
  WELCOME,
  TICKETS,
  PAYMENT_RECEIVED,
  REFUND,
  TRANSFER_RECEIVED,
  TRANSFER_SENT,
  WAITING_OFFER,
  EVENT_CHANGED,
  EVENT_CANCELLED,
  PASSWORD
}
