"""What an answer is called that is not 200: the state of things forbids it, or what was sent cannot be used."""

CONFLICT, UNPROCESSABLE = 409, 422
