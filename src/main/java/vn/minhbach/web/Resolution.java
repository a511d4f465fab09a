package vn.minhbach.web;

/** What an address was found to be. */
sealed interface Resolution {

    /** Exactly one of the portal's addresses, written as it is to be written. */
    record Found(Address address) implements Resolution {}

    /** One of the portal's addresses, written otherwise. */
    record Elsewhere(Address address) implements Resolution {}

    /** Well written, but none of the portal's. */
    record Unknown() implements Resolution {}

    /** Nothing that could be an address: an escape that is none, a hidden slash, a control character, a way upwards. */
    record Malformed() implements Resolution {}
}
