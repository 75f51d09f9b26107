"""The meeting itself: who came, what was said in which order, who criticised whom, what was decided, its papers."""
