package vn.minhbach.site;

/** A banner as a page shows it; everything but the title may be empty. */
public record Banner(String title, String text, String imageUrl, String alt, String url) {}
