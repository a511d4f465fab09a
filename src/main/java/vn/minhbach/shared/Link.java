package vn.minhbach.shared;

/** A place to go to, with its name. */
public record Link(String title, String url) {}
