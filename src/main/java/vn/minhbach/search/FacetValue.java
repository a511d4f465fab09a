package vn.minhbach.search;

/** A value to narrow a list by; following its address chooses it, or takes the choice back. */
public record FacetValue(String label, long count, String url, boolean selected) {}
