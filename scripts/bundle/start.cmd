@echo off
rem Starts the workbench with the Node beside it, or with the one of this system.
cd /d "%~dp0"
set "inquest_node=node"
if exist "node\node.exe" set "inquest_node=node\node.exe"
"%inquest_node%" --version >nul 2>nul
if errorlevel 1 (
  echo Node 20.19 or newer is needed and was not found. Install it, or carry a bundle made with --with-node.
  pause
  exit /b 1
)
"%inquest_node%" inquest.mjs %*
if errorlevel 1 pause
