package vn.minhbach.web;

/** A place to go to, with its name. */
public record Link(String title, String url) {}
