package vn.minhbach.attachment;

/**
 * Says of a file whether the public sees it by what a feature shows: a picture of an article, a form of a procedure. Each feature that
 * uses files has a bean of this; a file is handed out as the most public of their answers says. One that nobody knows is not public.
 */
public interface Publicity {

    /** What one feature says of a file. The greatest of several counts. */
    enum Answer {
        /** It does not use the file. */
        UNKNOWN,
        /** Only staff see it: drafts use it. */
        HIDDEN,
        /** It was public with something that was taken back: 410. */
        GONE,
        /** Something public shows or offers it. */
        PUBLIC
    }

    /** @param attachment the id of the file */
    Answer of(long attachment);
}
