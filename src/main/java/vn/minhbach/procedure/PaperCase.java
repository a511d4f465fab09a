package vn.minhbach.procedure;

import java.util.List;

/**
 * The papers to hand in for one case of a procedure (trường hợp).
 *
 * @param label the case in words; empty where the procedure has one case only; real labels run to 900 characters
 */
public record PaperCase(String label, List<Paper> papers) {}
