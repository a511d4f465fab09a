package vn.minhbach.attachment;

/** A file as the store keeps it: known by the SHA-256 of its bytes. */
record StoredFile(String sha256, long size) {}
