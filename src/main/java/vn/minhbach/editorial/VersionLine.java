package vn.minhbach.editorial;

import java.io.Serializable;
import java.time.Instant;

/** A version as a list shows it, without what it says. */
public record VersionLine(int number, String author, Instant writtenAt, String note) implements Serializable {}
