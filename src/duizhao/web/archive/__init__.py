"""The archive of a meeting: one .zip that another installation takes in, how long it is kept, and its removal."""
