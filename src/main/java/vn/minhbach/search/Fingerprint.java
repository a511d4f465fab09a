package vn.minhbach.search;

import vn.minhbach.shared.Sha256;

/** A short mark that differs when a text differs. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(String text) {
        return Sha256.of(text, 12);
    }
}
