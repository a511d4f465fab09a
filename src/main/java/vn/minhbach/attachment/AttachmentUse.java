package vn.minhbach.attachment;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says where files are used. A bean of a feature that shows files implements it; the library lists what it says, and a file of the staff
 * is given to everybody only while somebody says that it is shown. Where no feature says anything, all files are everybody's.
 */
public interface AttachmentUse {

    /** How somebody fares who uses a file. */
    enum Standing {
        /** Everybody sees it, and with it the file. */
        PUBLIC,
        /** Not yet: only the staff does. */
        DRAFT,
        /** Once, and no longer: the file is gone with it. */
        WITHDRAWN
    }

    /**
     * One use of a file.
     *
     * @param title of what uses it, as people call it
     * @param path of the screen where that is edited, or of its page; without language
     */
    record Use(long attachment, String title, String path, Standing standing) {}

    /** All uses of these files. */
    List<Use> of(Collection<Long> attachments);

    /** The files that anything uses. */
    Set<Long> used();

    /** Whether whoever acts may decide what everybody sees, wherever the feature shows this file to everybody. */
    boolean mayPublish(long attachment);

    /**
     * The file has other bytes by now. What is made of them is to be made anew, and whoever answers for it is told.
     *
     * @param note which file it is
     */
    default void replaced(long attachment, String note) {}

    /**
     * The virus scanner knows the file for a virus, so nobody is given it. Whoever answers for what uses it is told.
     *
     * @param note which file it is
     */
    default void refused(long attachment, String note) {}

    /** A feature whose rows, which are few, name their files by their address. */
    interface OfRows extends AttachmentUse {

        /**
         * A row that may show a file.
         *
         * @param file its address, as {@link Attachment#getPath()} gives it; empty for none
         */
        record Row(String file, String title, String path, Standing standing) {}

        List<Row> rows();

        /** Whether whoever acts may say what the rows say. */
        boolean mayKeep();

        @Override
        default boolean mayPublish(long attachment) {
            return mayKeep() || of(List.of(attachment)).stream().noneMatch(use -> use.standing() == Standing.PUBLIC);
        }

        @Override
        default List<Use> of(Collection<Long> attachments) {
            return rows().stream()
                    .flatMap(row -> Attachment.idIn(row.file()).filter(attachments::contains).stream()
                            .map(id -> new Use(id, row.title(), row.path(), row.standing())))
                    .toList();
        }

        @Override
        default Set<Long> used() {
            return rows().stream()
                    .flatMap(row -> Attachment.idIn(row.file()).stream())
                    .collect(Collectors.toSet());
        }
    }
}
