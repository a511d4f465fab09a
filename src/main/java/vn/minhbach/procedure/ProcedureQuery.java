package vn.minhbach.procedure;

import java.io.Serializable;
import vn.minhbach.editorial.DeskQuery;

/**
 * What of the procedures a list of the board shows.
 *
 * @param field slug of a field of government; empty for all
 * @param agency who announces them, as it is written; empty for all
 * @param status name of a {@link ProcedureStatus}; empty for all
 */
record ProcedureQuery(DeskQuery.View view, String field, String agency, String status) implements Serializable {

    static final ProcedureQuery ALL = new ProcedureQuery(DeskQuery.View.ALL, "", "", "");
}
