package vn.minhbach.change;

/** Searches now see a newer state of the index. */
public record IndexRefreshed() {}
