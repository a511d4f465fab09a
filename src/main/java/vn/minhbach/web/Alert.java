package vn.minhbach.web;

/** An urgent notice at the head of every page; text and address may be empty. */
public record Alert(String title, String text, String url) {}
