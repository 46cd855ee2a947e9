package id.tixgo.common.problem;

/** What can go wrong. The edge's one table says which HTTP status each kind has. */
public enum ProblemKind {
  BAD_REQUEST,
  UNAUTHORIZED,
  FORBIDDEN,
  NOT_FOUND,
  METHOD_NOT_ALLOWED,
  REQUEST_TIMEOUT,
  CONFLICT,
  GONE,
  PRECONDITION_FAILED,
  BODY_TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  VALIDATION_ERROR,
  INTERNAL_ERROR,
  UPSTREAM_UNREACHABLE,
  OVERLOADED,
  UPSTREAM_TIMEOUT
}
