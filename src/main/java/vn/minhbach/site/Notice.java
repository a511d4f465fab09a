package vn.minhbach.site;

import java.time.LocalDate;

/** A notice as a page shows it; text and address may be empty. */
public record Notice(String title, String text, String url, LocalDate date) {}
