package id.tixgo.portal.domain;

/** What Portal shows of an event. */
public record Event(String title) {}
