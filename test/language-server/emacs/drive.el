;;; What a person does with the page's set-up in Emacs, without a screen; says what it sees as lines of JSON.  -*- lexical-binding: t -*-

(require 'json)
(require 'flymake)

(defun smolfile-test-say (what value)
  "Say that WHAT is VALUE."
  (princ (concat (json-encode (list (cons 'what what) (cons 'value value))) "\n") #'external-debugging-output))

(defun smolfile-test-wait (what enough)
  "Wait until ENOUGH gives something, which WHAT is."
  (let ((end (+ (float-time) 60)) seen)
    (while (and (not (setq seen (funcall enough))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (smolfile-test-say what seen)
    seen))

(defun smolfile-test-diagnostics ()
  "The codes or texts of what is wrong here, in order."
  (mapcar (lambda (each) (format "%d: %s" (line-number-at-pos (flymake-diagnostic-beg each))
                                 (flymake-diagnostic-text each)))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun smolfile-test-file (name)
  "Open NAME, and say what becomes of it."
  (find-file name)
  ;; Nobody types a first command here, which `eglot-ensure' waits for.
  (run-hooks 'post-command-hook)
  (smolfile-test-say 'mode (symbol-name major-mode))
  (smolfile-test-wait 'managed (lambda () (and (eglot-current-server) t))))

(setq eglot-sync-connect t)
(dolist (name command-line-args-left)
  (smolfile-test-file name)
  (when (string-match-p "/Smolfile\\'" name)
    (flymake-start)
    (smolfile-test-wait 'diagnostics (lambda () (smolfile-test-diagnostics)))
    (goto-char (point-min))
    (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover
                                  (eglot--TextDocumentPositionParams))))
      (smolfile-test-say 'hover (and (plist-get hover :contents) t)))
    (goto-char (point-max))
    (insert "mem")
    (eglot--signal-textDocument/didChange)
    (let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/completion
                                    (eglot--TextDocumentPositionParams)))
           (items (if (vectorp answer) answer (plist-get answer :items))))
      (smolfile-test-say 'completion (mapcar (lambda (item) (plist-get item :label)) items)))
    (delete-region (- (point-max) 3) (point-max))
    (eglot-format-buffer)
    (smolfile-test-say 'formatted (buffer-string))
    (set-buffer-modified-p nil)))
(setq command-line-args-left nil)
(kill-emacs 0)
