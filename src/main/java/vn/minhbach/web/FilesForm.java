package vn.minhbach.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * A public form that takes files as well. They are handed over one after the other as they come, before {@link #take}; nothing of them is ever in
 * memory as a whole. What is wrong with one is remembered and said by {@code take}: whoever sends a wrong file loses nothing that they typed.
 */
public interface FilesForm extends PublicForm {

    /**
     * Takes a file. What is left unread of it is skipped.
     *
     * @param before the fields that stand before it in the form
     * @param name as it was sent: not to be believed, and not yet cleaned
     */
    void receive(TypedForm before, String name, InputStream bytes) throws IOException;
}
