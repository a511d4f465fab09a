package vn.minhbach.web;

import jakarta.servlet.http.HttpServletRequest;

/** Is told of each page that a reader has opened, whether it was made for them or cached. Whatever it throws, the reader has their page. */
public interface OpenedListener {

    /** @param address of a public page that was there */
    void opened(Address address, HttpServletRequest request);
}
