package vn.minhbach.search;

/** Searches now see a newer state of the index. */
public record IndexRefreshed() {}
