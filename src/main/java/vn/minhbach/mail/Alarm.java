package vn.minhbach.mail;

import java.time.Instant;

/** Has somebody look after a letter at its time. Within a transaction, that holds only if it is committed. */
interface Alarm {

    /** @param turn of the letter; if it has another by then, nothing happens */
    void set(long letter, int turn, Instant when);
}
