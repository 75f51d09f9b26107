"""What all pages share: the frame, the look, the fragments, the pages of refusals."""
