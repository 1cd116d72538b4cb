"""What is published: pages, data, feed, and the addresses they have. Comes in: the edition."""
