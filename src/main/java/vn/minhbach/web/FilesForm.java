package vn.minhbach.web;

/**
 * A public form that takes files as well. They are handed over before {@link #take}. What is wrong with one is remembered and said by {@code take}: whoever
 * sends a wrong file loses nothing that they typed.
 */
public interface FilesForm extends PublicForm, FileReceiver {}
