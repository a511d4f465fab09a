package vn.minhbach.web;

import java.io.IOException;
import java.io.InputStream;

/** Takes the files of a form, one after the other as they come; nothing of them is ever in memory as a whole. */
public interface FileReceiver {

    /**
     * Takes a file. What is left unread of it is skipped.
     *
     * @param before the fields that stand before it in the form
     * @param name as it was sent: not to be believed, and not yet cleaned
     */
    void receive(TypedForm before, String name, InputStream bytes) throws IOException;
}
