package vn.minhbach.job;

/**
 * Something that is done once, on whichever node, and caught up if the portal was down when it was due. A bean that implements
 * {@link Daily}, {@link Often} or {@link Single} is found by {@link Jobs}; there is nothing else to register.
 *
 * <p>(It is not sealed because the server makes proxies of its beans, which are classes of their own.)
 *
 * <p>A node may die in the midst of a job, which is then done again by another: what a job does must bear being done twice.
 *
 * <p>Not sealed, though there are but these three: the container's proxy of a bean names all its interfaces, and may not be named here.
 */
public interface Job {

    /** What it is called in the database. Never to be changed, or what waits there waits for ever. */
    String name();

    /** Whether it may take long, as what asks servers of others: such a job holds up no other. */
    default boolean isLong() {
        return false;
    }

    /** Done every day. */
    interface Daily extends Job {

        /** When, in Vietnam. */
        java.time.LocalTime at();

        void run();
    }

    /** Done again and again, so long after it was done last. */
    interface Often extends Job {

        java.time.Duration every();

        void run();
    }

    /** Done when somebody asked for it by {@link Jobs#once}. */
    interface Single extends Job {

        /** @param about what it is to be done about, as the asker named it: an id, say */
        void run(String about);
    }
}
