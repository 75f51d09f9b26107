"""Who there is: units as a tree, people, and what each may do where."""
