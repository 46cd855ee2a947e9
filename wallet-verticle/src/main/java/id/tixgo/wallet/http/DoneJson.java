package id.tixgo.wallet.http;

/** That something was done, in a sentence. */
record DoneJson(String message) {}
