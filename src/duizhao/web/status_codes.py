"""What an answer is called that is not 200: the state of things forbids it, what was sent cannot be used, or the
server can do nothing now."""

CONFLICT, UNPROCESSABLE = 409, 422
UNAVAILABLE, NO_SPACE = 503, 507
