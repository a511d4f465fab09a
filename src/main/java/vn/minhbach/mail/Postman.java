package vn.minhbach.mail;

import jakarta.mail.MessagingException;

/** Brings a letter to the mail server. */
interface Postman {

    /** @throws MessagingException if the server did not take it, as far as is known */
    void bring(Outgoing letter) throws MessagingException;
}
