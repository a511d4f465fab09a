package vn.minhbach.web;

import java.util.List;

/** A place in a tree of links. */
public record LinkTree(String title, String url, List<LinkTree> children) {}
