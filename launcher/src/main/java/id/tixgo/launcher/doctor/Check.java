package id.tixgo.launcher.doctor;

import java.util.List;

/** One thing that is looked at. */
interface Check {
  /** What it is, where a sentence begins. */
  String subject();

  /** What is found, nothing where there is nothing to be said; may block. */
  List<Finding> look();
}
