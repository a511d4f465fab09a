package vn.minhbach.web;

/** A number to call, as a page shows it; {@code phoneHref} dials it. */
public record Hotline(String name, String phone, String phoneHref, String hours, String note) {}
