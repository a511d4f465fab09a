package vn.minhbach.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Something else that is kept of a submission, by another part of the portal: files, say. It is a bean; nothing else registers it. What it keeps
 * goes when the sender is let go of, and is handed out when they ask what the office keeps of them.
 */
public interface SubmissionParts {

    /**
     * Something of the sender's own, as it is handed out to them.
     *
     * @param name as a file is called; no folders
     */
    record Part(String name, Content content) {}

    /**
     * The bytes of a part, opened when they are handed out: a film of a bridge is not kept in memory. That is after the transaction in which the
     * part was told of, so whatever needs one is done before.
     */
    interface Content {
        InputStream open() throws IOException;
    }

    /**
     * Who sent it is let go of. Nothing of it may be left that the sender wrote, sent or was written; counts may stay. It is called within the
     * transaction that does so.
     */
    void anonymised(long submission);

    /** What the sender gave, and was given. Nothing of the staff's own, and nothing of other people. */
    default List<Part> parts(long submission) {
        return List.of();
    }
}
