package vn.minhbach.quality;

/** A kind of fault that a page can have when its source is laid beside it. */
public enum Fault {
    /** The page knows how far one gets online though the source does not say it. */
    INVENTED_ONLINE(Group.FACT),
    /** The summary has words or figures that the source does not have. */
    INVENTED_WORDS(Group.FACT),
    /** An empty cell of the source is told as "nothing is laid down" or "there is no form". */
    SILENCE_AS_FACT(Group.FACT),
    /** The summary begins with "free" though the source names a payment. */
    FREE_BUT_FEE(Group.CONTRADICTION),
    /** An amount of less than 1,000 đồng, unmarked. */
    LOST_THOUSANDS(Group.CONTRADICTION),
    /** The summary has no data though the table of the source has some. */
    ANSWER_MISSING(Group.CONTRADICTION),
    /** The count of papers is not the count of the papers shown, or rows of the source are missing. */
    PAPER_COUNT(Group.COUNT),
    /** A remark, a heading or a row of zeros stands among the papers to hand in. */
    NO_PAPER(Group.COUNT),
    /** Papers a, b, c in another order. */
    PAPER_ORDER(Group.STRUCTURE),
    /** A text that counts nothing stands as step 1, or several steps as one. */
    ONE_BLOCK(Group.STRUCTURE),
    /** The number in the circle and the number in the text differ. */
    STEP_NUMBER(Group.STRUCTURE),
    /** Lines with bullets that are no list. */
    BULLETS(Group.STRUCTURE),
    /** "5 Ngày làm việc", or a figure without a unit and without a word on it. */
    TIME_SPELLING(Group.SPELLING),
    /** "800,000 Việt Nam Đồng". */
    MONEY_SPELLING(Group.SPELLING),
    /** "số Quyết định số". */
    NUMBER_TWICE(Group.REGISTER),
    /** Titles of laws in capitals. */
    CAPITALS(Group.REGISTER),
    /** A legal basis that does not say what kind of document it is. */
    BARE_NUMBER(Group.REGISTER),
    /** A column without any text. */
    EMPTY_COLUMN(Group.REGISTER),
    /** Buttons and labels of another page. */
    DEBRIS(Group.REGISTER),
    /** No agency, and not a word on that. */
    NO_AGENCY(Group.REGISTER),
    /** Offices and levels that are gone, without a word on that. */
    FORMER_OFFICE(Group.REGISTER),
    /** A table of the source that could not be taken apart; the page shows it word by word. */
    UNREAD(Group.UNREAD);

    /** Kinds that weigh the same. */
    public enum Group {
        /** Facts of our own making: none may be. */
        FACT(0),
        /** The page contradicts its source: none may. */
        CONTRADICTION(0),
        /** Wrong counts: none may be. */
        COUNT(0),
        /** How steps, lists and tables are built. */
        STRUCTURE(.01),
        /** How times and amounts are written. */
        SPELLING(.01),
        /** What the register of procedures brings along. */
        REGISTER(.01),
        /** Shown as it is; nothing is wrong, but it reads badly. */
        UNREAD(1);

        private final double limit;

        Group(double limit) {
            this.limit = limit;
        }

        /** The share of procedures that may have such a fault. */
        public double limit() {
            return limit;
        }
    }

    private final Group group;

    Fault(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
